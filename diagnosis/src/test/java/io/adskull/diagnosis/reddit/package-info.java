@NullMarked
package io.adskull.diagnosis.reddit;

import org.jspecify.annotations.NullMarked;
