@NullMarked
package io.adskull.classifier.incident;

import org.jspecify.annotations.NullMarked;
