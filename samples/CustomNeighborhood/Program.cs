using CustomNeighborhood;

Console.OutputEncoding = System.Text.Encoding.UTF8;

// Made-up houses, and a price in thousands that a heat pump adds to the more, the larger the house.
RandomStream stream = new(7, "houses");
Dataset<House> houses = new(Enumerable.Range(0, 300).Select(i => new House(
    Area: Math.Round(50 + (200 * stream.Uniform(4 * i))),
    Rooms: 1 + (int)(4 * stream.Uniform(4 * i)) + stream.Choose((4 * i) + 1, 4),
    Built: 1900 + stream.Choose((4 * i) + 2, 120),
    Heating: (Heating)stream.Choose((4 * i) + 3, 3))));
IModel<House> price = Model.From<House>(house =>
    (3 * house.Area) + (0.5 * (house.Built - 1900)) + (house.Heating == Heating.HeatPump ? 0.4 * house.Area : 0));

Linex<House> linex = new() { Neighborhood = new Swaps(houses), Environments = 4, Seed = 7 };
Console.WriteLine(linex.Explain(price, houses[0]));
