/// Every account, what is broken and what to do, live.
@NullMarked
package io.adskull.dashboard;

import org.jspecify.annotations.NullMarked;
