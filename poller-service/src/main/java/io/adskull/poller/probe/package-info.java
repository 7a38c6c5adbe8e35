/// What is asked, as data: one plan per platform, read and checked when the service starts.
@NullMarked
package io.adskull.poller.probe;

import org.jspecify.annotations.NullMarked;
