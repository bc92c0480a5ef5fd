// A gateway with its demo data, for the tests of what users write: they import packages by their names alone.
export {
  demoKeys,
  sampleReport,
  startDemoGateway,
  withDemoGateway,
} from '../../packages/client/src/demo-gateway.test.support.ts';
