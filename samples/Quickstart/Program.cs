using Quickstart;
using TypedExplain.Reports;

Console.OutputEncoding = System.Text.Encoding.UTF8;

// A black box: a random forest that tells the species from four measurements, trained on 80 % of the flowers.
(Dataset<Iris> train, Dataset<Iris> test) = IrisData.Load().Split(testFraction: 0.2, seed: 7);
Forest<Iris> forest = new RandomForest<Iris> { Seed = 7 }.Train(train);
Console.WriteLine($"A forest of {forest.TreeCount} trees names {Accuracy.Of(forest, test):P0} of {test.Count} unseen flowers right.\n");

// One flower that it takes for virginica: why? The same 500 samples serve both methods.
IModel<Iris> virginica = forest.Output(Species.Virginica);
GaussianNeighborhood<Iris> around = new() { Background = train, Samples = 500 };
Iris flower = test.Rows.MaxBy(row => -Math.Abs(virginica.Predict(row) - 0.7))!;

Lime<Iris> lime = new() { Neighborhood = around, Seed = 7 };
Linex<Iris> linex = new() { Neighborhood = around, Seed = 7 };
Explanation<Iris> explanation = linex.Explain(virginica, flower);

Console.WriteLine(lime.Explain(virginica, flower));
Console.WriteLine(explanation);
Console.WriteLine($"By LINEX, a petal 1 cm longer multiplies the odds of virginica by {Math.Exp(explanation.Attribution.PetalLength):F2}; a standard deviation more adds {explanation.ProbabilityChanges!.PetalLength:F2} to its probability.\n");

// The same flower as a page to look at: no script, nothing from elsewhere, ready to print.
ShapValues<Iris> contributions = new TreeShap<Iris> { Background = train }.Values(virginica, flower);
Report<Iris> report = new() { Lines = ["A flower of Fisher's irises"], WhatIf = [new CeterisParibus<Iris> { Background = train }.Of(virginica, flower, IrisFeatures.PetalLength)] };
Console.WriteLine($"A page about this flower: {report.Decision(contributions).Save(Path.Combine(Path.GetTempPath(), "typedexplain-iris.html"))}\n");

// How far can each method be trusted? The paper's experiment: P(setosa), 10 samples, 2 environments.
Console.WriteLine(Experiment.Run(splits: 10));
