/// What people do not want to hear now.
@NullMarked
package io.adskull.notifier.patience;

import org.jspecify.annotations.NullMarked;
