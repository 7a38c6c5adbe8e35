/// What platforms say of their own incidents, as one more witness.
@NullMarked
package io.adskull.classifier.status;

import org.jspecify.annotations.NullMarked;
