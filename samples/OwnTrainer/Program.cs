using OwnTrainer;
using TypedExplain.Training;

// A model and a trainer that the library knows nothing of, and one of its regularizers between them.
RandomStream random = new(1, "flats");
Dataset<Flat> flats = new(Enumerable.Range(0, 300).Select(i => new Flat(
    Math.Round(20 + (130 * random.Uniform(3 * i))),
    Math.Round(20 * random.Uniform((3 * i) + 1), 1),
    (Heating)random.Choose((3 * i) + 2, 3))));
flats = flats.WithTarget(flats.Rows.Select(flat => ((flat.Area - 85) / 40) + (flat.Distance < 3 ? 1.5 : -0.5) - (flat.Heating == Heating.Stove ? 0.5 : 0)));
(Dataset<Flat> train, Dataset<Flat> test) = flats.Split(testFraction: 0.3, seed: 1);
Dataset<Flat> places = train.Select([.. Enumerable.Range(0, 60)]);

foreach (double weight in new[] { 0.0, 5, 20 })
{
    FidelityRegularizer<Flat> fidelity = new() { Weight = weight, Scale = RegularizerScale.Absolute };
    Bumps model = Trainer.Train(train, places, fidelity);
    double error = test.Rows.Select((flat, i) => Math.Pow(model.Predict(flat) - test.Target!.Values[i], 2)).Average();
    double bend = Enumerable.Range(0, test.Count).Average(row => Trainer.Look(model, test, row, fidelity, new RandomStream(2, "test").For(row)).Loss);
    Console.WriteLine(FormattableString.Invariant($"weight {weight}: squared error {error:F3}, what a local linear fit misses {bend:F4}"));
}
