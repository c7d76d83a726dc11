/**
 * How both services meet a browser: sign-in, session, headers, faults, pages, and starting them.
 */
package io.handrail.web;
