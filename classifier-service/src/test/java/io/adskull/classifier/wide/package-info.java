@NullMarked
package io.adskull.classifier.wide;

import org.jspecify.annotations.NullMarked;
