@NullMarked
package io.adskull.classifier.explain;

import org.jspecify.annotations.NullMarked;
