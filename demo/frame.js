// Gives each frame the height of the widget inside. Only messages of the frame itself count.
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'onboarding-height' || !Number.isFinite(data.height)) return;
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.height = data.height;
});
