-- GETs one of many lines "path token" of a file after another.
local asks = {}

function init(args)
  for line in io.lines(args[1]) do
    local path, token = line:match("(%S+) (%S+)")
    asks[#asks + 1] = wrk.format("GET", path, { Authorization = "Bearer " .. token })
  end
  math.randomseed(os.time())
end

function request()
  return asks[math.random(#asks)]
end

function done(summary, latency)
  io.write(string.format("rate %d other %d\n", (summary.requests - summary.errors.status) / summary.duration * 1e6, summary.errors.status))
end
