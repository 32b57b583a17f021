/**
 * Look shared by all widgets. Font and text colour are the page's. Every token falls back to KERN's variable and then to a
 * value of its own; `light-dark()` follows the `color-scheme` that the page declares, so a light page stays light.
 * A browser without it shows the page's own colours.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    display: block;
    --_accent: var(--onboarding-accent, var(--kern-color-action-default, light-dark(#1b4f9c, #9cc3ff)));
    --_on-accent: var(--onboarding-on-accent, var(--kern-color-action-on-default, light-dark(#fff, #0b1a30)));
    --_border: var(--onboarding-border, var(--kern-color-layout-border, light-dark(#7b818c, #8d95a3)));
    --_surface: var(--onboarding-surface, light-dark(#f3f5f8, #23272f));
    --_danger: var(--onboarding-danger, var(--kern-color-feedback-danger, light-dark(#a3160f, #ffb4ab)));
    --_warning: var(--onboarding-warning, var(--kern-color-feedback-warning, light-dark(#704400, #ffc57d)));
    --_success: var(--onboarding-success, var(--kern-color-feedback-success, light-dark(#1a5f33, #8fdba6)));
    --_focus: var(--onboarding-focus, var(--kern-color-action-focus-border-outside, var(--_accent)));
    --_radius: var(--onboarding-radius, var(--kern-metric-border-radius-default, 6px));
    --_space: var(--onboarding-space, 1rem);
    line-height: 1.5;
  }

  :host([hidden]) {
    display: none;
  }
`;
