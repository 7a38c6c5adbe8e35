@NullMarked
package io.adskull.diagnosis.dialect;

import org.jspecify.annotations.NullMarked;
