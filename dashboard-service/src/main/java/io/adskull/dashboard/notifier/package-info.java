/// What notifier-service says and is asked over HTTP, always as the person who looks at the page.
@NullMarked
package io.adskull.dashboard.notifier;

import org.jspecify.annotations.NullMarked;
