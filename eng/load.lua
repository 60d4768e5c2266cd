-- Asks about an applicant that nobody asked about before, and counts what is answered. With ACKNOWLEDGED set, the receipts that were
-- acknowledged go to files that begin with it, one line each: place and id.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init()
  math.randomseed(2026 + number)
  asked, busy, failed, least, most = 0, 0, 0, 1e9, 0
  first = ""
  local name = os.getenv("ACKNOWLEDGED")
  kept = name and io.open(name .. number, "w")
end

function request()
  asked = asked + 1
  local body = string.format(
    '{"Age":%d,"Income":%.2f,"Amount":%.2f,"Term":%d,"Employment":%d,"Work":"Employed","Housing":"%s","Savings":"Below1000","OtherLoans":%d,"HasDefaulted":false}',
    math.random(20, 70), 12000 + math.random() * 70000, 1000 + math.random() * 29000, 12 * math.random(1, 6), math.random(0, 20), math.random() < 0.5 and "Rent" or "Own", math.random(0, 3))
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end

function response(status, headers, body)
  if status == 429 then
    busy = busy + 1
    local seconds = tonumber(headers["Retry-After"]) or -1
    least, most = math.min(least, seconds), math.max(most, seconds)
  elseif status ~= 200 then
    failed = failed + 1
    if first == "" then first = status .. " " .. body:sub(1, 200) end
  elseif kept then
    local place, id = body:match('"sequence":(%d+),"id":"(%x+)"')
    kept:write(place, " ", id, "\n")
    kept:flush()
  end
end

function done(summary, latency)
  local sum = { busy = 0, failed = 0 }
  local low, high, example = 1e9, 0, ""
  for _, thread in ipairs(threads) do
    sum.busy, sum.failed = sum.busy + thread:get("busy"), sum.failed + thread:get("failed")
    low, high = math.min(low, thread:get("least")), math.max(high, thread:get("most"))
    if example == "" then example = thread:get("first") end
  end
  local errors = summary.errors
  print(string.format("  %.1f answers/s, p50 %.1f ms, p99 %.1f ms, most %.1f ms; %d answers in %.1f s",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000, summary.requests, summary.duration / 1e6))
  print(string.format("  busy (429) %d%s, other errors %d, broken connections %d, too late %d",
    sum.busy, sum.busy > 0 and string.format(" with Retry-After %d to %d s", low, high) or "", sum.failed, errors.connect + errors.read + errors.write, errors.timeout))
  if example ~= "" then print("  first error: " .. example) end
end
