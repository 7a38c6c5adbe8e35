@NullMarked
package io.adskull.diagnosis.microsoft;

import org.jspecify.annotations.NullMarked;
