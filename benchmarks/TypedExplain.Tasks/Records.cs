namespace TypedExplain.Tasks;

// What the tasks explain: rows of numbers, flowers, documents and an image.
[FeatureRecord] public sealed partial record D4([Length(4)] double[] X);
[FeatureRecord] public sealed partial record D8([Length(8)] double[] X);
[FeatureRecord] public sealed partial record D16([Length(16)] double[] X);
[FeatureRecord] public sealed partial record D32([Length(32)] double[] X);
[FeatureRecord] public sealed partial record D128([Length(128)] double[] X);
[FeatureRecord] public sealed partial record D784([Length(784)] double[] X);
[FeatureRecord] public sealed partial record Flower(double SepalLength, double SepalWidth, double PetalLength, double PetalWidth);
[FeatureRecord] public sealed partial record Document([Text] string Words);
[FeatureRecord] public sealed partial record Picture([Image(28, 28, 3)] ReadOnlyMemory<float> Pixels);
[FeatureRecord] public sealed partial record Pixels([Length(28 * 28 * 3)] double[] X);
