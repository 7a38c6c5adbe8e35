@NullMarked
package io.adskull.classifier.evidence;

import org.jspecify.annotations.NullMarked;
