using OnnxRoundTrip;
using Quickstart;
using TypedExplain.Onnx;
using TypedExplain.Training;

Console.OutputEncoding = System.Text.Encoding.UTF8;
(Dataset<Iris> train, Dataset<Iris> test) = IrisData.Load().Split(testFraction: 0.2, seed: 7);

// Trained here, with ExpO: a network whose explanations hold in the neighborhood of each flower.
Mlp<Iris> network = new ExpoTrainer<Iris> { HiddenUnits = [16], Regularizer = new FidelityRegularizer<Iris>(), MaxEpochs = 100, Seed = 7 }.Train(train);
Forest<Iris> forest = new RandomForest<Iris> { Trees = 20, Seed = 7 }.Train(train);

// Written as ONNX, and run by ONNX Runtime from the file alone.
string file = Path.Combine(Path.GetTempPath(), "iris.onnx");
File.WriteAllBytes(file, network.ToOnnx());
using OnnxModel<Iris> runtime = OnnxModel<Iris>.Load(file);
using OnnxModel<Iris> trees = OnnxModel<Iris>.Load(forest.ToOnnx());
Console.WriteLine($"{runtime}\nanswers as the network does, to {Differences.Largest(network, runtime, test):E0}; the forest's file to {Differences.Largest(forest, trees, test):E0}\n");

// Whatever explains a model explains this one.
Iris flower = test.Rows.MaxBy(row => -Math.Abs(runtime.Output(Species.Virginica).Predict(row) - 0.7))!;
Linex<Iris> linex = new() { Neighborhood = new GaussianNeighborhood<Iris> { Background = train, Samples = 500 }, Seed = 7 };
Console.WriteLine(linex.Explain(runtime.Output(Species.Virginica), flower));

// The trees of a file are read, and their Shapley values are exact.
Forest<Iris> read = OnnxForest.Load(forest.ToOnnx(), train);
TreeShap<Iris> shap = new() { Background = train, Expectation = TreeExpectation.Interventional };
Console.WriteLine(shap.Values(read.Output(Species.Virginica), flower));
File.Delete(file);
