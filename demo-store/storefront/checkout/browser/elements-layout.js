/** Elements that arrange and say things. */
(function (define, make) {
  const GAPS = {
    none: 0,
    'small-500': 2,
    'small-400': 4,
    'small-300': 6,
    'small-200': 8,
    'small-100': 11,
    small: 11,
    base: 14,
    large: 18,
    'large-100': 18,
    'large-200': 21,
    'large-300': 24,
    'large-400': 28,
    'large-500': 32,
  };
  const px = (word, fallback) => (GAPS[String(word ?? '').split(' ')[0]] ?? fallback) + 'px';
  const slot = () => make('slot');
  const ALIGN = {
    start: 'flex-start',
    end: 'flex-end',
    center: 'center',
    'space-between': 'space-between',
    stretch: 'stretch',
  };

  function role(element, host) {
    const given = element.accessibilityRole;
    if (given && given !== 'generic' && given !== 'none') host.setAttribute('role', given);
    if (element.accessibilityLabel) host.setAttribute('aria-label', element.accessibilityLabel);
  }

  define('s-section', {
    text: ['heading', 'accessibility-label'],
    css: 'section{border:1px solid #dedede;border-radius:8px;padding:18px}h2{font-size:1.125rem;margin:0 0 12px;font-weight:600}',
    draw(element, root) {
      const heading = make('h2', { id: 'h' });
      const section = make('section', {}, heading, slot());
      section.setAttribute('aria-labelledby', 'h');
      root.append(section);
      return () => {
        heading.textContent = element.heading ?? '';
        heading.hidden = !element.heading;
      };
    },
  });

  define('s-stack', {
    text: [
      'gap',
      'direction',
      'align-items',
      'justify-content',
      'accessibility-role',
      'accessibility-label',
      'padding',
    ],
    css: ':host{display:flex}',
    draw(element, root) {
      root.append(slot());
      return () => {
        const inline = element.direction === 'inline';
        element.style.flexDirection = inline ? 'row' : 'column';
        element.style.flexWrap = inline ? 'wrap' : 'nowrap';
        element.style.gap = px(element.gap, 0);
        element.style.padding = px(element.padding, 0);
        element.style.alignItems = ALIGN[element.alignItems] ?? (inline ? 'center' : 'stretch');
        element.style.justifyContent = ALIGN[element.justifyContent] ?? 'flex-start';
        role(element, element);
      };
    },
  });

  define('s-box', {
    text: [
      'padding',
      'border',
      'border-radius',
      'background',
      'inline-size',
      'accessibility-role',
      'accessibility-label',
    ],
    draw(element, root) {
      root.append(slot());
      return () => {
        element.style.padding = px(element.padding, 0);
        element.style.inlineSize = element.inlineSize ?? '';
        element.style.border = element.border ? '1px solid #dedede' : '';
        element.style.borderRadius = element.borderRadius ? '8px' : '';
        element.style.background = element.background === 'subdued' ? '#f5f5f5' : '';
        role(element, element);
      };
    },
  });

  define('s-grid', {
    text: ['gap', 'grid-template-columns', 'align-items', 'justify-content'],
    css: ':host{display:grid}',
    draw(element, root) {
      root.append(slot());
      return () => {
        element.style.gap = px(element.gap, 0);
        element.style.gridTemplateColumns = element.gridTemplateColumns ?? '';
        element.style.alignItems = element.alignItems ?? '';
      };
    },
  });
  define('s-grid-item', { draw: (_element, root) => void root.append(slot()) });

  const COLOURS = {
    success: '#1a6b3c',
    critical: '#b3261e',
    warning: '#7a5200',
    info: '#005bd3',
  };
  const looks = (element) => {
    element.style.fontWeight = element.type === 'strong' ? '600' : '';
    element.style.fontSize = element.type === 'small' ? '.875rem' : '';
    element.style.textDecoration = element.type === 'redundant' ? 'line-through' : '';
    element.style.color = COLOURS[element.tone] ?? (element.color === 'subdued' ? '#666' : '');
  };
  define('s-text', {
    text: ['type', 'tone', 'color', 'accessibility-visibility'],
    css: ':host{display:inline}',
    draw(element, root) {
      root.append(slot());
      return () => looks(element);
    },
  });
  define('s-paragraph', {
    text: ['type', 'tone', 'color'],
    css: ':host{margin:0}',
    draw(element, root) {
      element.setAttribute('role', 'paragraph');
      root.append(slot());
      return () => looks(element);
    },
  });
  define('s-heading', {
    css: ':host{font-size:1.05rem;font-weight:600;line-height:1.3}',
    draw(element, root) {
      element.setAttribute('role', 'heading');
      element.setAttribute('aria-level', '3');
      root.append(slot());
    },
  });

  define('s-banner', {
    text: ['heading', 'tone'],
    flags: ['dismissible'],
    css: 'div{border:1px solid;border-radius:8px;padding:12px 14px}strong{display:block}',
    draw(element, root) {
      const heading = make('strong');
      const box = make('div', {}, heading, slot());
      root.append(box);
      return () => {
        const tone = element.tone ?? 'info';
        element.setAttribute('role', tone === 'critical' ? 'alert' : 'status');
        box.style.borderColor = COLOURS[tone] ?? '#dedede';
        box.style.background =
          { critical: '#fdf1f0', success: '#f0f8f2', warning: '#fdf7e7' }[tone] ?? '#f1f6fd';
        heading.textContent = element.heading ?? '';
        heading.hidden = !element.heading;
      };
    },
  });
  define('s-badge', {
    text: ['tone'],
    css: ':host{display:inline-block;background:#ececec;border-radius:99px;padding:1px 9px;font-size:.8125rem}',
    draw: (_element, root) => void root.append(slot()),
  });
  define('s-divider', {
    css: ':host{border-top:1px solid #dedede}',
    draw: (element) => element.setAttribute('role', 'separator'),
  });
  define('s-spinner', {
    text: ['accessibility-label', 'size'],
    css: ':host{display:inline-block;width:20px;height:20px;border:2px solid #ccc;border-top-color:#333;border-radius:50%;animation:t 1s linear infinite}@keyframes t{to{transform:rotate(1turn)}}@media (prefers-reduced-motion:reduce){:host{animation-duration:4s}}',
    draw(element) {
      element.setAttribute('role', 'status');
      return () => element.setAttribute('aria-label', element.accessibilityLabel ?? 'Loading');
    },
  });

  const picture = (size) => ({
    text: ['src', 'alt', 'aspect-ratio', 'total-items'],
    css: `img{display:block;max-width:100%;border-radius:8px;${size ? `width:${size}px;height:${size}px;object-fit:cover;border:1px solid #dedede` : ''}}`,
    draw(element, root) {
      const image = make('img');
      root.append(image);
      return () => {
        image.src = element.src ?? '';
        image.alt = element.alt ?? '';
      };
    },
  });
  define('s-image', picture(0));
  define('s-product-thumbnail', picture(64));
})(window.defineElement, window.make);
