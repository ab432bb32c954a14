// Calls a replica as any gRPC client does, and prints what it saw as one line of JSON:
// node client.js ADDRESS FOLDER-OF-PROTO-FILES PATH-OF-THE-DESK'S-PROTO
'use strict';
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address, folder, proto] = process.argv.slice(2);
const credentials = grpc.credentials.createInsecure();
const options = { longs: Number, enums: String, oneofs: true, keepCase: true };

/** Full name of a service, and how it is called, of a package definition. */
const service = (definition, name) => new (grpc.makeGenericClientConstructor(definition[name], name))(address, credentials);

/** What became of a unary call: its response, or its status. */
const call = (client, method, request, deadline = Date.now() + 20_000) =>
  new Promise((resolve) =>
    client[method](request, { deadline }, (error, response) =>
      resolve(error ? { code: grpc.status[error.code], details: error.details } : response)));

/** The same with bytes in place of a message. */
const raw = (path, bytes) =>
  new Promise((resolve) =>
    new grpc.Client(address, credentials).makeUnaryRequest(
      path, (it) => it, (it) => it, bytes, { deadline: Date.now() + 20_000 },
      (error) => resolve(error ? { code: grpc.status[error.code] } : 'OK')));

// The part of grpc.reflection.v1 that is used here.
const reflection = loader.fromJSON({
  nested: { grpc: { nested: { reflection: { nested: { v1: { nested: {
    ServerReflection: { methods: { ServerReflectionInfo: {
      requestType: 'Request', requestStream: true, responseType: 'Response', responseStream: true } } },
    Request: { oneofs: { kind: { oneof: ['symbol', 'services'] } },
      fields: { symbol: { type: 'string', id: 4 }, services: { type: 'string', id: 7 } } },
    Response: { fields: { files: { type: 'Files', id: 4 }, services: { type: 'Services', id: 6 } } },
    Files: { fields: { file: { rule: 'repeated', type: 'bytes', id: 1 } } },
    Services: { fields: { service: { rule: 'repeated', type: 'Service', id: 1 } } },
    Service: { fields: { name: { type: 'string', id: 1 } } },
  } } } } } } },
}, options);

const reflect = (request) =>
  new Promise((resolve, reject) => {
    const stream = service(reflection, 'grpc.reflection.v1.ServerReflection').ServerReflectionInfo();
    stream.on('data', (response) => { resolve(response); stream.end(); });
    stream.on('error', reject);
    stream.write(request);
  });

/** A FileDescriptorSet of encoded files. */
const set = (files) =>
  Buffer.concat(files.flatMap((file) => {
    const head = [0x0a];
    for (let rest = file.length; ; rest >>>= 7) {
      if (rest < 0x80) { head.push(rest); break; }
      head.push((rest & 0x7f) | 0x80);
    }
    return [Buffer.from(head), file];
  }));

/** All elements of a stream, and its status. */
const all = (stream) =>
  new Promise((resolve) => {
    const elements = [];
    stream.on('data', (element) => elements.push(element));
    stream.on('end', () => {});
    stream.on('error', () => {});
    stream.on('status', (status) => resolve({ elements, code: grpc.status[status.code] }));
  });

async function main() {
  const written = loader.loadSync(proto, { ...options, includeDirs: [folder] });
  const name = Object.keys(written).find((it) => it.endsWith('.Desk'));
  const desk = service(written, name);
  const seen = {};

  seen.services = (await reflect({ services: '' })).services.service.map((it) => it.name).sort();
  const { files } = await reflect({ symbol: name });
  const reflected = loader.loadFileDescriptorSetFromBuffer(set(files.file), options);
  seen.addByReflection = await call(service(reflected, name), 'Add', { left: 20, right: 22 });

  seen.add = await call(desk, 'Add', { left: -1, right: 43 });
  seen.badge = await call(desk, 'Badge', { visitor: { name: 'ann', age: 30 } });
  seen.unwelcome = await call(desk, 'Badge', { visitor: { name: 'bob', age: 9 } });
  seen.fail = await call(desk, 'Fail', { message: 'no ink' });
  seen.late = await call(desk, 'Echo', { bytes: Buffer.from('wait') }, Date.now() + 200);
  seen.malformed = await raw(`/${name}/Add`, Buffer.from([0xff, 0xff]));
  seen.unknown = await raw(`/${name}/Subtract`, Buffer.alloc(0));
  seen.large = await raw(`/${name}/Echo`, Buffer.alloc(6_000_000));

  if (process.argv.includes('streams')) {
    seen.count = await all(desk.Count({ last: 5 }));
    seen.sum = await new Promise((resolve) => {
      const numbers = desk.Sum((error, response) => resolve(error ? { code: grpc.status[error.code] } : response));
      numbers.write({});
      for (let i = 1; i <= 100; i++) numbers.write({ numbers: i });
      numbers.end();
    });
    const twice = desk.Twice();
    const doubled = all(twice);
    twice.write({});
    for (let i = 1; i <= 3; i++) twice.write({ numbers: i });
    twice.end();
    seen.twice = await doubled;
  }
  console.log(JSON.stringify(seen));
}

main().then(() => process.exit(0), (failure) => { console.error(failure); process.exit(1); });
