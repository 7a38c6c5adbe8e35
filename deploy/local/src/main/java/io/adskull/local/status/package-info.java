/// What runs and how it feels.
@NullMarked
package io.adskull.local.status;

import org.jspecify.annotations.NullMarked;
