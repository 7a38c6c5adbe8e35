/// Calls to platforms that end in an answer or a reason why there is none, within bounded time and memory.
@NullMarked
package io.adskull.poller.http;

import org.jspecify.annotations.NullMarked;
