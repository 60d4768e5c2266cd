// What a batch of 500 × 4 costs beyond InferenceSession.Run: the fastest of alternating rounds, since other programs only
// ever add time, and garbage.
using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using TypedExplain;
using TypedExplain.Onnx;
using TypedExplain.Onnx.Benchmarks;

const int Rows = 500, Columns = 4, Classes = 3, Rounds = 1001, Calls = 20;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string file = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "flowers.onnx");
using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
using InferenceSession session = new(file, options);
using OnnxModel<Flower> model = OnnxModel<Flower>.Of(session);

double[] values = new double[Rows * Columns], scores = new double[Rows * Classes];
for (int i = 0; i < values.Length; i++)
    values[i] = i * 37 % 100 / 10.0;
float[] inputs = Array.ConvertAll(values, value => (float)value), outputs = new float[Rows * Classes];
using OrtValue input = OrtValue.CreateTensorValueFromMemory(inputs, [Rows, Columns]);
using OrtValue output = OrtValue.CreateTensorValueFromMemory(outputs, [Rows, Classes]);
using RunOptions run = new();
string[] inputNames = [.. session.InputNames], outputNames = ["probabilities"];
OrtValue[] given = [input], answered = [output];

List<double> alone = [], whole = [];
for (int round = 0; round < Rounds; round++)
{
    alone.Add(Microseconds(() => session.Run(run, inputNames, given, outputNames, answered)));
    whole.Add(Microseconds(() => model.Score(new EncodedRows<Flower>(values), scores)));
}

double runTime = alone.Min(), modelTime = whole.Min();
Console.WriteLine($"{Rows} × {Columns}: Run {runTime:F2} µs, OnnxModel {modelTime:F2} µs, beyond Run {modelTime - runTime:F2} µs");
foreach (int rows in (ReadOnlySpan<int>)[50, 500])
{
    double[] own = values[..(rows * Columns)];
    long before = GC.GetAllocatedBytesForCurrentThread();
    for (int i = 0; i < Calls; i++)
        model.Score(new EncodedRows<Flower>(own), scores);
    Console.WriteLine($"{rows} rows: {(GC.GetAllocatedBytesForCurrentThread() - before) / Calls} bytes of garbage per batch");
}

static double Microseconds(Action action)
{
    long start = Stopwatch.GetTimestamp();
    for (int i = 0; i < Calls; i++)
        action();
    return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls;
}
