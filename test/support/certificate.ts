import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A certificate that its owner made, for 127.0.0.1 and `localhost`. @param folder where its files go. */
export function makeCertificate(folder: string) {
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', keyFile];
  const made = spawnSync('openssl', [...options, '-out', file, ...subject]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  return { key: readFileSync(keyFile), cert: readFileSync(file), keyFile, file };
}
