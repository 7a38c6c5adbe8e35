@NullMarked
package io.adskull.diagnosis.meta;

import org.jspecify.annotations.NullMarked;
