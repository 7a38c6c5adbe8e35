/// The read model as JSON.
@NullMarked
package io.adskull.dashboard.api;

import org.jspecify.annotations.NullMarked;
