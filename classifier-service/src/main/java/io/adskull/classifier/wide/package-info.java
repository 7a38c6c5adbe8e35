/// Failures that are nobody's account's: outages of a platform, and faults of our own app.
@NullMarked
package io.adskull.classifier.wide;

import org.jspecify.annotations.NullMarked;
