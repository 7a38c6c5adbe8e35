/// The page that shows what people get to read when something breaks.
@NullMarked
package io.adskull.dashboard.preview;

import org.jspecify.annotations.NullMarked;
