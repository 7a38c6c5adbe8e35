/// What each transition of an incident asks for: whom to tell, when, or to stay silent.
@NullMarked
package io.adskull.notifier.routing;

import org.jspecify.annotations.NullMarked;
