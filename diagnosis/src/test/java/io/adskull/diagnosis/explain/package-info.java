@NullMarked
package io.adskull.diagnosis.explain;

import org.jspecify.annotations.NullMarked;
