using CustomExplainer;

Console.OutputEncoding = System.Text.Encoding.UTF8;

// Made-up houses, and a price in thousands that rises more slowly the larger the house is.
RandomStream stream = new(7, "houses");
Dataset<House> houses = new(Enumerable.Range(0, 300).Select(i => new House(
    Area: Math.Round(50 + (200 * stream.Uniform(4 * i))),
    Rooms: 1 + (int)(4 * stream.Uniform(4 * i)) + stream.Choose((4 * i) + 1, 4),
    Built: 1900 + stream.Choose((4 * i) + 2, 120),
    Heating: (Heating)stream.Choose((4 * i) + 3, 3))));
IModel<House> price = Model.From<House>(house => (40 * Math.Sqrt(house.Area)) + (0.5 * (house.Built - 1900)));

Differences differences = new(houses);
Console.WriteLine(differences.Explain(price, houses[0]));

// What the library does with explainers, it does with this one: many at once, metrics, tables.
IReadOnlyList<Explanation<House>> many = differences.ExplainMany(price, houses.Rows, together: 100).Results;
Console.WriteLine($"A square meter more: {many.Min(one => one.Attribution.Area):F2} to {many.Max(one => one.Attribution.Area):F2} thousand");
Console.WriteLine(new Infidelity<House>().Evaluate(differences, price, houses));
