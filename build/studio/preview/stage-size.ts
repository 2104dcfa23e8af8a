/** Devices to show a session on, with the width of their screen in CSS pixels. */
export const DEVICES = { phone: 360, desktop: 1120 } as const;

export type Device = keyof typeof DEVICES;

/** Space around the frame of a device: its border. */
const BORDER = { phone: 20, desktop: 0 } as const;

/** Computes how a device fits into a stage. @param width @param height of the stage, in pixels */
export function fitted(device: Device, width: number, height: number): { readonly scale: number; readonly height: number } {
  const scale = Math.min(1, (width - BORDER[device]) / DEVICES[device]);
  return { scale, height: Math.max(320, Math.floor((height - BORDER[device]) / scale)) };
}
