/// Connects the demo's accounts as their owners would: in a browser, through the consent page.
@NullMarked
package io.adskull.local.demo;

import org.jspecify.annotations.NullMarked;
