namespace TypedExplain.Tests.Explainers;

// Records of as many numbers as a data set has columns, in the file's order.
[FeatureRecord] public sealed partial record Seven([Length(7)] double[] Values);
[FeatureRecord] public sealed partial record Eleven([Length(11)] double[] Values);
[FeatureRecord] public sealed partial record Fourteen([Length(14)] double[] Values);
[FeatureRecord] public sealed partial record ThirtySix([Length(36)] double[] Values);
[FeatureRecord] public sealed partial record SixtyNine([Length(69)] double[] Values);
[FeatureRecord] public sealed partial record Hundred([Length(100)] double[] Values);
