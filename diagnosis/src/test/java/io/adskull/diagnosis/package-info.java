@NullMarked
package io.adskull.diagnosis;

import org.jspecify.annotations.NullMarked;
