@NullMarked
package io.adskull.diagnosis.x;

import org.jspecify.annotations.NullMarked;
