@NullMarked
package io.adskull.diagnosis.pinterest;

import org.jspecify.annotations.NullMarked;
