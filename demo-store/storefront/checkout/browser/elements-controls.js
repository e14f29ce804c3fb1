/** Elements a buyer acts on. Each holds a real control, so keyboard and screen reader work as in any page. */
(function (define, make) {
  const FOCUS = ':focus-visible{outline:2px solid #005bd3;outline-offset:2px}';
  const INPUT = `input,select{font:inherit;width:100%;box-sizing:border-box;padding:11px;border:1px solid #8a8a8a;border-radius:6px;background:#fff;color:inherit}label span{display:block;font-size:.8125rem;color:#555;margin-bottom:4px}.error{color:#b3261e;font-size:.875rem;margin:4px 0 0}${FOCUS}`;
  const tell = (element, type) => element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));

  define('s-button', {
    text: ['variant', 'tone', 'href', 'type', 'accessibility-label', 'inline-size'],
    flags: ['disabled', 'loading'],
    css: `:host{display:inline-block}:host([inline-size=fill]){display:block}button{font:inherit;font-weight:500;width:100%;cursor:pointer;border-radius:6px;padding:10px 16px;border:1px solid #1a5fb4;background:#1a5fb4;color:#fff;min-height:44px}button.secondary,button.auto{background:#fff;color:#1a5fb4;border-color:#c9c9c9}button:hover{filter:brightness(.95)}button[disabled]{cursor:default;background:#f0f0f0;color:#6a6a6a;border-color:#dedede}${FOCUS}`,
    draw(element, root) {
      const button = make('button', { type: 'button' }, make('slot'));
      root.append(button);
      return () => {
        button.className = element.variant ?? 'auto';
        button.disabled = element.disabled || element.loading;
        button.setAttribute('aria-busy', String(element.loading));
        if (element.accessibilityLabel) button.setAttribute('aria-label', element.accessibilityLabel);
        else button.removeAttribute('aria-label');
      };
    },
  });

  define('s-link', {
    text: ['href', 'target', 'accessibility-label'],
    css: `:host{display:inline}a,button{font:inherit;color:#1a5fb4;background:none;border:0;padding:0;text-decoration:underline;cursor:pointer}${FOCUS}`,
    draw(element, root) {
      const control = element.href
        ? make('a', { target: '_blank', rel: 'noopener' })
        : make('button', { type: 'button' });
      control.append(make('slot'));
      root.append(control);
      return () => {
        if (element.href) control.href = element.href;
        if (element.accessibilityLabel) control.setAttribute('aria-label', element.accessibilityLabel);
      };
    },
  });

  define('s-checkbox', {
    text: ['label', 'name', 'value', 'error', 'details'],
    flags: ['checked', 'disabled', 'required'],
    css: `label{display:flex;gap:10px;align-items:flex-start}input{width:18px;height:18px;margin:2px 0 0;accent-color:#1a5fb4}${FOCUS}`,
    draw(element, root) {
      const words = make('span');
      const input = make('input', { type: 'checkbox' });
      input.onchange = (event) => {
        event.stopPropagation();
        element.checked = input.checked;
        tell(element, 'change');
      };
      root.append(make('label', {}, input, words));
      return () => {
        words.textContent = element.label ?? '';
        input.checked = element.checked;
        input.disabled = element.disabled;
      };
    },
  });

  function fieldWith(control, element, root, read) {
    const words = make('span');
    const problem = make('p', { className: 'error', id: 'error' });
    problem.setAttribute('role', 'alert');
    for (const type of ['input', 'change']) {
      control.addEventListener(type, (event) => {
        event.stopPropagation();
        element.value = read();
        tell(element, type);
      });
    }
    root.append(make('label', {}, words, control), problem);
    return () => {
      words.textContent = element.label ?? '';
      control.disabled = element.disabled;
      problem.textContent = element.error ?? '';
      problem.hidden = !element.error;
      control.setAttribute('aria-invalid', String(Boolean(element.error)));
      control.setAttribute('aria-describedby', 'error');
    };
  }

  define('s-date-field', {
    text: ['label', 'name', 'value', 'allow', 'disallow', 'error', 'view', 'default-view'],
    flags: ['disabled', 'required', 'read-only'],
    css: INPUT,
    draw(element, root) {
      const input = make('input', { type: 'date' });
      const update = fieldWith(input, element, root, () => input.value);
      return () => {
        update();
        const [from, until] = (element.allow ?? '').split('--');
        if (/^\d{4}-\d\d-\d\d$/.test(from)) input.min = from;
        if (/^\d{4}-\d\d-\d\d$/.test(until ?? '')) input.max = until;
        if (input.value !== (element.value ?? '')) input.value = element.value ?? '';
      };
    },
  });

  define('s-select', {
    text: ['label', 'name', 'value', 'error'],
    flags: ['disabled', 'required'],
    css: INPUT,
    draw(element, root) {
      const select = make('select');
      const update = fieldWith(select, element, root, () => select.value);
      const fill = () => {
        const options = [...element.querySelectorAll('s-option')];
        select.replaceChildren(
          ...options.map((each) =>
            make('option', {
              value: each.value ?? '',
              textContent: each.textContent,
            }),
          ),
        );
        select.value = element.value ?? '';
      };
      new MutationObserver(fill).observe(element, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      return () => {
        update();
        fill();
      };
    },
  });
  define('s-option', { text: ['value'], flags: ['disabled'], draw() {} });

  define('s-choice-list', {
    text: ['label', 'name', 'error'],
    flags: ['multiple', 'disabled'],
    css: 'fieldset{border:0;margin:0;padding:0;display:grid;gap:8px}legend{padding:0;margin-bottom:8px}',
    draw(element, root) {
      const legend = make('legend');
      root.append(make('fieldset', {}, legend, make('slot')));
      element.addEventListener('choice', (event) => {
        const value = event.target.value;
        const others = element.values.filter((each) => each !== value);
        element.values = element.multiple ? (event.detail ? [...others, value] : others) : [value];
        tell(element, 'change');
      });
      return () => {
        legend.textContent = element.label ?? '';
      };
    },
  });
  Object.defineProperty(customElements.get('s-choice-list').prototype, 'values', {
    get() {
      return this.chosen ?? [...this.querySelectorAll('s-choice[selected]')].map((choice) => choice.value);
    },
    set(values) {
      this.chosen = values ?? [];
      for (const choice of this.querySelectorAll('s-choice')) choice.redraw();
    },
  });
  define('s-choice', {
    text: ['value', 'accessibility-label'],
    flags: ['selected', 'disabled'],
    css: `label{display:flex;gap:10px;align-items:center}input{width:18px;height:18px;margin:0;accent-color:#1a5fb4}${FOCUS}`,
    draw(element, root) {
      const list = element.closest('s-choice-list');
      const input = make('input', {
        type: list?.multiple ? 'checkbox' : 'radio',
      });
      input.onchange = (event) => {
        event.stopPropagation();
        element.dispatchEvent(new CustomEvent('choice', { bubbles: true, detail: input.checked }));
      };
      root.append(make('label', {}, input, make('slot')));
      return () => {
        input.checked = Boolean(list?.values.includes(element.value));
        input.disabled = element.disabled || Boolean(list?.disabled);
      };
    },
  });
})(window.defineElement, window.make);
