@NullMarked
package io.adskull.dashboard;

import org.jspecify.annotations.NullMarked;
