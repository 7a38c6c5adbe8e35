@NullMarked
package io.adskull.diagnosis.amazon;

import org.jspecify.annotations.NullMarked;
