import type { FunnelModel, RankingModel, SpreadModel, TilesModel } from './model-regions.ts';
import type { TrendModel } from './model-trend.ts';

/** The one picture of a query's result that SVG, Chart.js, table, sentence and CSV are made from. */
export type ChartModel = TrendModel | RankingModel | SpreadModel | FunnelModel | TilesModel;
