@NullMarked
package io.adskull.diagnosis.catalogue;

import org.jspecify.annotations.NullMarked;
