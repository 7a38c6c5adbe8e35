@NullMarked
package io.adskull.diagnosis.linkedin;

import org.jspecify.annotations.NullMarked;
