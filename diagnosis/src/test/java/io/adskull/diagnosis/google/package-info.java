@NullMarked
package io.adskull.diagnosis.google;

import org.jspecify.annotations.NullMarked;
