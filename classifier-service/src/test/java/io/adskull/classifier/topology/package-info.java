@NullMarked
package io.adskull.classifier.topology;

import org.jspecify.annotations.NullMarked;
